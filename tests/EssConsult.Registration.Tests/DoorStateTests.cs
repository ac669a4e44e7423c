using CsCheck;
using EssConsult.Registration.Door;

namespace EssConsult.Registration.Tests;

/// <summary>Who is in, derived from scans alone.</summary>
public sealed class DoorStateTests
{
    private static readonly DateTime Nine = new(2027, 3, 12, 8, 0, 0, DateTimeKind.Utc);
    private static readonly Guid Camille = Guid.CreateVersion7();

    private static readonly Gen<Passage> Passages = Gen.Select(Gen.Guid, Gen.Int[1, 8], Gen.Int[0, 40], Gen.Int[0, 3],
        (nonce, who, minute, kind) => new Passage(nonce, new Guid(who, 0, 0, [0, 0, 0, 0, 0, 0, 0, 0]), kind == 0 ? CheckInKind.Exit : CheckInKind.Entry, Nine.AddMinutes(minute), "A"));

    [Fact]
    public void Any_order_and_any_repetition_of_scans_gives_the_same_state() => Passages.List[0, 60].Select(Gen.Int).Sample((scans, seed) =>
    {
        var undone = scans.Take(scans.Count / 10).Select(scan => scan with { Nonce = Guid.CreateVersion7(), Kind = CheckInKind.Undo, Undoes = scan.Nonce });
        List<Passage> all = [.. scans, .. undone];
        var other = all.Concat(all).ToArray();
        new Random(seed).Shuffle(other);

        Written(DoorState.Of(other)).ShouldBe(Written(DoorState.Of(all)));
    });

    [Fact]
    public void Each_entry_either_counts_or_is_a_double_and_whoever_is_inside_came_in() => Passages.List[0, 60].Sample(scans =>
    {
        var state = DoorState.Of(scans);

        (state.Presences.Values.Sum(presence => presence.Stays.Count) + state.Doubles.Count).ShouldBe(scans.Count(scan => scan.Kind == CheckInKind.Entry));
        state.Present.ShouldBe(scans.Where(scan => scan.Kind == CheckInKind.Entry).Select(scan => scan.Who).Distinct().Count());
        state.Inside.ShouldBeLessThanOrEqualTo(state.Present);
        state.Entries.Count.ShouldBe(state.Present);
    });

    [Fact]
    public void A_second_entry_is_listed_once_with_both_times()
    {
        var state = DoorState.Of([Scan(0, door: "Nord"), Scan(7, door: "Sud")]);

        var twice = state.Doubles.ShouldHaveSingleItem();
        (twice.First.Door, twice.Second.Door, twice.First.AtUtc, twice.Second.AtUtc).ShouldBe(("Nord", "Sud", Nine, Nine.AddMinutes(7)));
        (state.Present, state.Inside).ShouldBe((1, 1));
    }

    [Fact]
    public void Who_left_may_come_back_and_the_time_outside_does_not_count()
    {
        var state = DoorState.Of([Scan(-30), Scan(60, CheckInKind.Exit), Scan(90), Scan(500, CheckInKind.Exit)]);

        state.Doubles.ShouldBeEmpty();
        state.Find(Camille)!.MinutesWithin(Nine, Nine.AddMinutes(180)).ShouldBe(150);
    }

    [Fact]
    public void A_scan_that_is_taken_back_never_was()
    {
        var wrong = Scan(0);

        var state = DoorState.Of([wrong, new Passage(Guid.CreateVersion7(), Guid.Empty, CheckInKind.Undo, Nine, "", wrong.Nonce)]);

        (state.Present, state.Inside).ShouldBe((0, 0));
    }

    [Fact]
    public void A_thousand_orders_of_what_two_offline_telephones_saw_give_one_state_and_lose_nothing()
    {
        var evening = new Evening(new Random(5061));
        var expected = Written(DoorState.Of(evening.Passages));
        var random = new Random(1);
        for (var order = 0; order < 1000; order++)
        {
            var sent = evening.Passages.ToArray();
            random.Shuffle(sent);

            // Sent in pieces, one of which arrives twice.
            var pieces = sent.Chunk(random.Next(1, 60)).ToList();
            var received = pieces.Concat([pieces[random.Next(pieces.Count)]]).SelectMany(piece => piece);

            Written(DoorState.Of(received)).ShouldBe(expected);
        }

        var state = DoorState.Of(evening.Passages);
        (state.Present, state.Inside, state.Doubles.Count).ShouldBe((320, 320, 15));
    }

    internal static string Written(DoorState state) => string.Join('\n',
        state.Presences.Values.OrderBy(presence => presence.Who).Select(presence => $"{presence.Who} {presence.FirstEntry.Nonce} {presence.IsInside} {string.Join(' ', presence.Stays.Select(stay => $"{stay.From:O}-{stay.To:O}"))}")
            .Concat(state.Doubles.Select(twice => $"{twice.First.Nonce} {twice.Second.Nonce}")).Concat(state.Entries.Select(entry => $"{entry.Nonce}")));

    private static Passage Scan(int minutes, CheckInKind kind = CheckInKind.Entry, string door = "") => new(Guid.CreateVersion7(), Camille, kind, Nine.AddMinutes(minutes), door);

    /// <summary>Two telephones, an hour without network: 300 tickets, 20 people unannounced, and 15 whom both let in.</summary>
    internal sealed class Evening
    {
        public Evening(Random random, IReadOnlyList<Guid>? people = null)
        {
            people ??= [.. Enumerable.Range(0, 300).Select(_ => Guid.CreateVersion7())];
            WalkIns = [.. Enumerable.Range(0, 20).Select(_ => Guid.CreateVersion7())];
            var doors = new[] { "Nord", "Sud" };
            Passage At(Guid who, string door) => new(Guid.CreateVersion7(), who, CheckInKind.Entry, Nine.AddSeconds(random.Next(3600)), door);
            Passages = [.. people.Concat(WalkIns).Select(who => At(who, doors[random.Next(2)]))];
            Passages = [.. Passages, .. Passages.Take(15).Select(first => At(first.Who, first.Door == "Nord" ? "Sud" : "Nord"))];
        }

        public IReadOnlyList<Guid> WalkIns { get; }

        public IReadOnlyList<Passage> Passages { get; }
    }
}
