using EssConsult.JuryStatistics.Assignment;

namespace EssConsult.JuryStatistics.Tests.Assignment;

/// <summary>Requests by chance, and what an exhaustive search makes of small ones.</summary>
internal static class Instances
{
    public static AssignmentRequest ByChance(int seed, int mostEntries, int mostJurors, double balance, int steps = 100, bool narrow = false)
    {
        var random = new Random(seed);
        var (entries, jurors) = (random.Next(1, mostEntries + 1), random.Next(1, mostJurors + 1));
        var pairs = (from entry in Enumerable.Range(0, entries) from juror in Enumerable.Range(0, jurors) select new JurorEntry($"j{juror}", $"e{entry}")).ToList();
        var (forbidden, kept) = (pairs.Where(_ => random.Next(5) == 0).ToHashSet(), new HashSet<JurorEntry>());
        kept.UnionWith(pairs.Where(pair => !forbidden.Contains(pair) && random.Next(12) == 0));
        return new AssignmentRequest
        {
            Entries = [.. Enumerable.Range(0, entries).Select(entry => new EntryToRead($"e{entry}", random.Next(4)) { Kept = [.. kept.Where(pair => pair.Entry == $"e{entry}").Select(pair => pair.Juror)] })],
            Jurors = [.. Enumerable.Range(0, jurors).Select(juror => random.Next(narrow ? 2 : 3) is var least ? new JurorLoad($"j{juror}", least, least + random.Next(narrow ? 3 : 6), random.Next(2)) : null!)],
            Forbidden = forbidden, Gains = pairs.ToDictionary(pair => pair, _ => random.Next(steps + 1) / (double)steps), Balance = balance, Seed = (ulong)random.NextInt64(),
        };
    }

    /// <summary>Everything equal.</summary>
    public static AssignmentRequest Even(int entries, int jurors, int wanted) => new()
    {
        Entries = [.. Enumerable.Range(0, entries).Select(entry => new EntryToRead($"e{entry}", wanted))],
        Jurors = [.. Enumerable.Range(0, jurors).Select(juror => new JurorLoad($"j{juror}", 0, 40))],
        Gains = (from entry in Enumerable.Range(0, entries) from juror in Enumerable.Range(0, jurors) select new JurorEntry($"j{juror}", $"e{entry}")).ToDictionary(pair => pair, _ => 0.5),
        Seed = 1,
    };

    public static AssignmentRequest Shuffled(AssignmentRequest request, int seed)
    {
        var random = new Random(seed);
        T[] Mix<T>(IEnumerable<T> items) => [.. items.OrderBy(_ => random.Next())];
        return request with
        {
            Entries = Mix(request.Entries.Select(entry => entry with { Kept = Mix(entry.Kept) })), Jurors = Mix(request.Jurors), Forbidden = Mix(request.Forbidden),
            Gains = Mix(request.Gains).ToDictionary(pair => pair.Key, pair => pair.Value),
        };
    }

    /// <summary>Every way to give each entry its jurors, within bounds.</summary>
    public static IEnumerable<IReadOnlyList<JurorEntry>> All(AssignmentRequest request)
    {
        var loads = request.Jurors.ToDictionary(juror => juror.Id, juror => juror.Carried);
        foreach (var juror in request.Entries.SelectMany(entry => entry.Kept))
        {
            loads[juror]++;
        }

        return From([.. request.Entries], request, loads, 0, []);
    }

    /// <summary>Total gain of all pairs, and the price of the loads that were added.</summary>
    public static double Worth(AssignmentRequest request, IReadOnlyList<JurorEntry> added)
    {
        var kept = request.Entries.SelectMany(entry => entry.Kept.Select(juror => new JurorEntry(juror, entry.Id))).ToList();
        return kept.Concat(added).Sum(pair => request.Gains.GetValueOrDefault(pair)) - request.Jurors.Sum(juror =>
            Enumerable.Range(juror.Carried + kept.Count(pair => pair.Juror == juror.Id), added.Count(pair => pair.Juror == juror.Id)).Sum(load => request.Balance * load));
    }

    private static IEnumerable<IReadOnlyList<JurorEntry>> From(EntryToRead[] entries, AssignmentRequest request, Dictionary<string, int> loads, int at, List<JurorEntry> added)
    {
        if (at == entries.Length)
        {
            return request.Jurors.All(juror => loads[juror.Id] >= juror.Least) ? [[.. added]] : [];
        }

        var open = request.Jurors.Where(juror => !entries[at].Kept.Contains(juror.Id) && !request.Forbidden.Contains(new(juror.Id, entries[at].Id))).ToArray();
        return Enumerable.Range(0, 1 << open.Length).Where(set => int.PopCount(set) == Math.Max(0, entries[at].Wanted - entries[at].Kept.Count)).SelectMany(set =>
        {
            var chosen = open.Where((_, juror) => (set & (1 << juror)) != 0).ToList();
            chosen.ForEach(juror => loads[juror.Id]++);
            var found = chosen.TrueForAll(juror => loads[juror.Id] <= juror.Most) ? From(entries, request, loads, at + 1, [.. added, .. chosen.Select(juror => new JurorEntry(juror.Id, entries[at].Id))]).ToList() : [];
            chosen.ForEach(juror => loads[juror.Id]--);
            return found;
        });
    }
}
