using CsCheck;
using EssConsult.JuryStatistics.Assignment;

namespace EssConsult.JuryStatistics.Tests.Assignment;

/// <summary>Where not everybody can be served: the certificate, who checks it, and the repair.</summary>
public sealed class ShortageTests
{
    [Fact]
    public void Seven_entries_that_only_four_jurors_may_read_are_named_with_them()
    {
        AssignmentRequest request = new()
        {
            Entries = [.. Enumerable.Range(0, 10).Select(entry => new EntryToRead($"e{entry}", 3))],
            Jurors = [.. Enumerable.Range(0, 10).Select(juror => new JurorLoad($"j{juror}", 0, juror < 4 ? 3 : 9))],
            Forbidden = [.. from entry in Enumerable.Range(0, 7) from juror in Enumerable.Range(4, 6) select new JurorEntry($"j{juror}", $"e{entry}")],
            Seed = 1,
        };

        var draft = ReadingAssignment.Solve(request);

        var shortage = draft.Shortages.ShouldHaveSingleItem();
        (shortage.Kind, shortage.Entries.Count, string.Join(' ', shortage.Jurors), shortage.Capacity, shortage.Demand).ShouldBe((ShortageKind.EntriesLackJurors, 7, "j0 j1 j2 j3", 12, 21));
        (draft.Pairs.Count, draft.Missing.Sum(missing => missing.Count)).ShouldBe((21, 9));
        draft.Repair.ShouldNotBeNull().Raised.Sum(change => change.To - change.From).ShouldBe(9);
        draft.Repair.Raised.Max(change => change.To - change.From).ShouldBe(3);
        ShortageCheck.Holds(shortage, request).ShouldBeTrue();
    }

    [Fact]
    public void Every_request_that_cannot_be_met_has_certificates_that_the_checker_accepts() => Gen.Int.Sample(
        seed =>
        {
            var request = Instances.ByChance(seed, 10, 6, balance: 1, narrow: true);
            var draft = ReadingAssignment.Solve(request);

            draft.Shortages.ShouldAllBe(shortage => ShortageCheck.Holds(shortage, request));
            if (draft.Missing.Count > 0)
            {
                draft.Shortages.ShouldContain(shortage => shortage.Kind == ShortageKind.EntriesLackJurors);
            }

            foreach (var shortage in draft.Shortages)
            {
                ShortageCheck.Holds(shortage with { Capacity = shortage.Capacity + 1 }, request).ShouldBeFalse();
                ShortageCheck.Holds(shortage with { Demand = shortage.Demand + 1 }, request).ShouldBeFalse();
                ShortageCheck.Holds(shortage with { Jurors = [.. shortage.Jurors, "nobody"] }, request).ShouldBeFalse();
                ShortageCheck.Holds(shortage with { Entries = [.. shortage.Entries, .. shortage.Entries.Take(1)] }, request).ShouldBe(shortage.Entries.Count == 0);
                ShortageCheck.Holds(shortage with { Entries = [.. shortage.Entries.Skip(1)] }, request).ShouldBe(shortage.Entries.Count == 0);
            }
        },
        iter: 500);

    [Fact]
    public void With_the_repair_everything_fits_but_for_what_no_load_helps() => Gen.Int.Sample(
        seed =>
        {
            var request = Instances.ByChance(seed, 10, 6, balance: 1, narrow: true);
            if (ReadingAssignment.Solve(request) is not { Repair: { } repair } draft)
            {
                return;
            }

            var (raised, lowered) = (repair.Raised.ToDictionary(change => change.Juror), repair.Lowered.ToDictionary(change => change.Juror));
            var beyond = repair.Beyond.ToDictionary(missing => missing.Entry, missing => missing.Count);
            var repaired = request with
            {
                Entries = [.. request.Entries.Select(entry => entry with { Wanted = entry.Wanted - beyond.GetValueOrDefault(entry.Id) })],
                Jurors = [.. request.Jurors.Select(juror => juror with { Least = lowered.GetValueOrDefault(juror.Id)?.To ?? juror.Least, Most = raised.GetValueOrDefault(juror.Id)?.To ?? juror.Most })],
            };

            var added = repair.Raised.Sum(change => change.To - Math.Max(change.From, request.Jurors.Single(juror => juror.Id == change.Juror) is var juror ? juror.Carried + request.Entries.Count(entry => entry.Kept.Contains(juror.Id)) : 0));
            added.ShouldBe(draft.Missing.Sum(missing => missing.Count) - beyond.Values.Sum());
            ReadingAssignment.Solve(repaired).IsComplete.ShouldBeTrue();
        },
        iter: 500);

    [Fact]
    public void Jurors_who_must_read_more_than_there_is_are_named_too()
    {
        AssignmentRequest request = new() { Entries = [new EntryToRead("a", 1), new EntryToRead("b", 1)], Jurors = [new JurorLoad("x", 2, 3), new JurorLoad("y", 1, 3)], Seed = 1 };

        var draft = ReadingAssignment.Solve(request);

        draft.Shortages.ShouldHaveSingleItem().ShouldSatisfyAllConditions(
            shortage => shortage.Kind.ShouldBe(ShortageKind.JurorsLackEntries),
            shortage => (shortage.Capacity, shortage.Demand).ShouldBe((2, 3)),
            shortage => ShortageCheck.Holds(shortage, request).ShouldBeTrue());
        draft.Pairs.Count.ShouldBe(2);
        draft.Repair!.Lowered.ShouldHaveSingleItem().ShouldSatisfyAllConditions(change => (change.From - change.To).ShouldBe(1));
    }
}
