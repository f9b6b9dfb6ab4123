/** What became of making a connection anew. It is there before it has something to say, so that it is heard. */
export function Reconnecting({ sentence }: { sentence: string | null }) {
  return (
    <p role="status" class={sentence === null ? "visually-hidden" : "reconnecting"}>
      {sentence}
    </p>
  );
}
