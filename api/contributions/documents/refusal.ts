import type { DocumentRefusalReason } from '../../../geodata/contribution/document.ts';

const sentences: Readonly<Record<DocumentRefusalReason, string>> = {
  empty: 'nothing was sent: choose a file',
  'web-page': 'it is a web page or a drawing that may hold scripts; save it as a PDF and send that',
  program: 'it is a program; send a PDF or an Office file',
  'old-office': 'it is an Office file of before 2007; save it as docx, xlsx or pptx and send that',
  'other-kind': 'by its contents it is none of PDF, docx, xlsx, pptx, odt and ods; save it as one of these',
  'pdf-begin': 'it is a PDF only after something else; save it anew as a PDF and send that',
  'pdf-end': 'something else hangs behind or between the PDF; save it anew as a PDF and send that',
  'pdf-script': 'it holds JavaScript; print it to a PDF anew and send that',
  'pdf-launch': 'it starts a program or another file; print it to a PDF anew and send that',
  'pdf-files': 'other files are embedded in it; send these by themselves, and print this one to a PDF anew',
  'pdf-form': 'it is a form that sends something; print it to a PDF anew and send that',
  'pdf-locked': 'it is locked with a password; save it without one and send that',
  'pdf-unreadable':
    'it cannot be read, damaged or written in an uncommon way; print it to a PDF anew and send that',
  'archive-damaged': 'it is damaged or not written as Office files are; open it, save it anew and send that',
  'archive-bomb': 'unpacked it would be far too large; save it with fewer or smaller parts and send that',
  'archive-hidden': 'something else hangs before, behind or between its parts; save it anew and send that',
  'office-other': 'it is a zip file and none of docx, xlsx, pptx, odt and ods; send the documents one by one',
  'office-macro': 'it holds macros or scripts; save it without macros (as docx, xlsx or pptx) and send that',
  'office-embedded': 'other files or controls are embedded in it; take them out, or save it as a PDF',
  'office-outside':
    'it opens something elsewhere with it; break its links to other files, or save it as a PDF',
  'too-slow': 'reading it takes too long or too much memory; make it smaller or split it, and send that',
  virus: 'the virus scanner found something in it; it was not kept',
  'scanner-silent': 'the virus scanner does not answer, so nothing was kept; send it again later',
};

/** Why a file is not taken as a document, in words that say what to do. */
export class DocumentRefusal extends Error {
  override readonly name = 'DocumentRefusal';
  constructor(readonly reason: DocumentRefusalReason) {
    super(`The document cannot be taken: ${sentences[reason]}`);
  }
}
