import { computed } from '@preact/signals';
import { enMeeting } from '../../text/en-meeting.ts';
import { nlMeeting } from '../../text/nl-meeting.ts';
import { language } from '../link/view.ts';

const own = { nl: nlMeeting, en: enMeeting };

/** The words about presentations and following them, in the language on screen. */
export const meetingWords = computed(() => own[language.value]);
