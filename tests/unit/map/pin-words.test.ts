import { describe, expect, it } from 'vitest';
import { type PinSpot, placeWords, type Speaker } from '#app/map/pin-words.ts';

const ROOM = { width: 1000, height: 800 };

function speaker(id: string, x: number, y: number, width = 80): Speaker {
  return { id, x, y, width };
}

/** The rectangles that words of this width stand on. */
function grounds(speakers: readonly Speaker[], pins: readonly PinSpot[] = speakers) {
  const placed = placeWords(speakers, pins, ROOM);
  return speakers.flatMap(({ id, width }) => {
    const words = placed.get(id);
    return words ? [{ id, left: words.x - width / 2, top: words.y - 9, width, height: 18 }] : [];
  });
}

describe('words of verdicts at pins', () => {
  it('stand beneath a pin that stands alone', () => {
    expect([...placeWords([speaker('a', 500, 400)], [], ROOM)]).toEqual([
      ['a', { side: 'below', x: 500, y: 427 }],
    ]);
  });

  it('never lie upon each other, nor on a pin that speaks, however crowded it is', () => {
    const crowd = Array.from({ length: 40 }, (_, index) =>
      speaker(`t${index}`, 500 + ((index * 37) % 90), 400 + ((index * 53) % 70), 70 + ((index * 13) % 60)),
    );
    const said = grounds(crowd);
    expect(said.length).toBeGreaterThan(1);
    for (const one of said)
      for (const other of said) {
        if (one === other) continue;
        const apart =
          one.left + one.width <= other.left ||
          other.left + other.width <= one.left ||
          one.top + one.height <= other.top ||
          other.top + other.height <= one.top;
        expect(apart, `${one.id} and ${other.id}`).toBe(true);
        const pin = crowd.find(({ id }) => id === other.id)!;
        const hidden =
          Math.abs(pin.x - (one.left + one.width / 2)) < one.width / 2 && Math.abs(pin.y - one.top - 9) < 9;
        expect(hidden, `${one.id} hides ${other.id}`).toBe(false);
      }
  });

  it('belong to the best first: of two on one spot the better one speaks', () => {
    const placed = placeWords([speaker('best', 500, 400), speaker('next', 502, 401)], [], ROOM);
    expect([...placed.keys()]).toEqual(['best']);
  });

  it('are those of six, so that the rest of the map can be seen', () => {
    const far = Array.from({ length: 9 }, (_, index) => speaker(`t${index}`, 100 + 90 * index, 400, 60));
    expect([...placeWords(far, far, ROOM).keys()]).toEqual(['t0', 't1', 't2', 't3', 't4', 't5']);
  });

  it('choose the side that hides fewest other pins and stay inside the map', () => {
    const beneath = { id: 'other', x: 500, y: 427 };
    expect(placeWords([speaker('a', 500, 400)], [beneath], ROOM).get('a')?.side).toBe('right');
    expect(placeWords([speaker('a', 985, 780)], [], ROOM).get('a')?.side).toBe('left');
    expect(placeWords([speaker('a', 500, 400, 2000)], [], ROOM).size).toBe(0);
  });
});
