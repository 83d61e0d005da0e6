import type { RuleId } from '../base/rule-id.ts';
import type { Order } from '../order/order.ts';
import type { OrderType } from '../order/order-type.ts';
import { resolveStandard } from '../standard/catalogue.ts';
import { type LocalDate, localDate } from '../time/zone.ts';
import { isChurn } from './closing.ts';

export interface Question {
  id: string;
  clause: string;
}
export interface Questionnaire {
  rule: RuleId;
  questions: readonly Question[];
}

const CONDUCT: Question = {
  id: 'conduct',
  clause: '工作人员着装、行为是否规范(着工装、佩戴工牌、自带工具、戴鞋套、清理现场等)',
};
const OVERALL: Question = { id: 'overall', clause: '本次服务的总体评价' };
const SUGGESTIONS: Question = { id: 'suggestions', clause: '客户建议或意见' };
/** Where a question names the day of the repair, as the document writes it. */
const DAY = '本月*月*号';
/** 中国电信 asks it of every repair; "no" is a false receipt (CALL-10). */
const REPAIRED: Question = { id: 'repairedOnDay', clause: `请问您的障碍是在${DAY}修复的吗` };
/** CALL-11. */
const SCORE: Question = {
  id: 'score',
  clause: '您对于本次障碍维修服务的满意程度如何呢?最差1,最好10,您能给打几分',
};
/** The same of work that mends nothing (our choice of words: the document has the question of repairs only). */
const SCORE_OF_WORK: Question = {
  id: 'score',
  clause: '您对于本次服务的满意程度如何呢?最差1,最好10,您能给打几分',
};

/** Why a customer is not satisfied: asked when the score is low (CALL-11), whatever the questionnaire. */
export const WHY_LOW = 'why_low';

const INSTALL: Questionnaire = {
  rule: 'CALL-06',
  questions: [
    { id: 'working', clause: '电话(宽带)是否安装好,并能正常使用' },
    { id: 'on_time', clause: '工作人员是否主动预约,并按约定时间及时上门装机' },
    CONDUCT,
    OVERALL,
    SUGGESTIONS,
  ],
};
const FAULT: Questionnaire = {
  rule: 'CALL-07',
  questions: [
    { id: 'working', clause: '电话(宽带)故障是否维修好,并能正常使用' },
    { id: 'on_time', clause: '工作人员是否主动预约,并按约定时间及时上门' },
    CONDUCT,
    OVERALL,
    SUGGESTIONS,
  ],
};
const COMPLAINT: Questionnaire = {
  rule: 'CALL-08',
  questions: [
    { id: 'satisfied', clause: '客户对投诉处理是否满意' },
    { id: 'how_often', clause: '客户就同一问题进行过几次投诉' },
    { id: 'timely', clause: '客户认为此次投诉处理是否及时' },
    { id: 'why_not', clause: '如客户对投诉处理不满意,要询问客户不满意的原因' },
    SUGGESTIONS,
  ],
};
/** Of what ends with an answer or a look: the documents have no questionnaire, and the loop is closed all the same (our choice). */
const PLAIN: Questionnaire = { rule: 'RECD-04', questions: [OVERALL, SUGGESTIONS] };
const CHURN: Questionnaire = {
  rule: 'CALL-09',
  questions: [
    { id: 'true_reason', clause: '了解客户拆机的真正原因' },
    { id: 'may_return', clause: '进行挽留或探询客户复装的可能性' },
    SUGGESTIONS,
  ],
};

/** What a callback asks, by the type of order (CALL-06…09); under 中国电信 with the two questions of its own (CALL-10, CALL-11). */
export function questionnaireOf(type: OrderType, standardId: string): Questionnaire | null {
  const plain = QUESTIONNAIRES[type] ?? null;
  if (!plain || standardId !== 'telecom') return plain;
  const own = type === 'fault' ? [REPAIRED, SCORE] : [SCORE_OF_WORK];
  return { ...plain, questions: [...own, ...plain.questions] };
}

/**
 * What is asked about one order, with the local day of its repair where a question names it. The old line of a move was taken down for a
 * customer who stays: nobody is asked why they leave (CALL-04).
 */
export function questionsOf(
  order: Pick<Order, 'type' | 'parentOrderId' | 'standardId' | 'restoredAt' | 'repliedAt'>,
): readonly Question[] {
  const type = order.type === 'remove' && !isChurn(order) ? 'move' : order.type;
  const questions = questionnaireOf(type, order.standardId)?.questions ?? [];
  const repairedAt = order.restoredAt ?? order.repliedAt;
  const day =
    repairedAt === null
      ? DAY
      : monthAndDay(localDate(repairedAt, resolveStandard(order.standardId).get('tz')));
  const asked = questions.map(({ id, clause }) => ({ id, clause: clause.replace(DAY, day) }));
  return order.type === 'remove' ? asked.filter(({ id }) => id !== 'working') : asked;
}

/** 2026-03-09 as it is said: 3月9号. */
function monthAndDay(date: LocalDate): string {
  const [, month, day] = date.split('-').map(Number);
  return `${month}月${day}号`;
}

const QUESTIONNAIRES: Partial<Record<OrderType, Questionnaire>> = {
  install: INSTALL,
  move: INSTALL,
  fault: FAULT,
  complaint: COMPLAINT,
  remove: CHURN,
  suggestion: PLAIN,
  consult: PLAIN,
  business: PLAIN,
  inspection: PLAIN,
};

/** Every question that may be answered in the customer's own words. */
export const QUESTION_IDS: readonly string[] = [
  ...new Set([
    WHY_LOW,
    ...Object.values(QUESTIONNAIRES).flatMap(({ questions }) => questions.map(({ id }) => id)),
  ]),
];
