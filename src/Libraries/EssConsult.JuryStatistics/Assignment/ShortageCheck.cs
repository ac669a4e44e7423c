namespace EssConsult.JuryStatistics.Assignment;

/// <summary>Verifies a certificate from the request alone: it knows nothing of how the certificate was found.</summary>
public static class ShortageCheck
{
    /// <returns>Whether the neighbours are all that there are, the figures are right, and the demand exceeds the capacity.</returns>
    public static bool Holds(Shortage shortage, AssignmentRequest request)
    {
        var closed = request.Forbidden.Concat(request.Entries.SelectMany(entry => entry.Kept.Select(juror => new JurorEntry(juror, entry.Id)))).ToHashSet();
        var needed = request.Entries.ToDictionary(entry => entry.Id, entry => Math.Max(0, entry.Wanted - entry.Kept.Count));
        var load = request.Jurors.ToDictionary(juror => juror.Id, juror => juror.Carried + request.Entries.Count(entry => entry.Kept.Contains(juror.Id)));
        var room = request.Jurors.ToDictionary(juror => juror.Id, juror => Math.Max(0, juror.Most - load[juror.Id]));
        var owed = request.Jurors.ToDictionary(juror => juror.Id, juror => Math.Max(0, juror.Least - load[juror.Id]));
        return shortage.Kind == ShortageKind.EntriesLackJurors
            ? Exceeds(shortage.Entries, needed, shortage.Jurors, room, (entry, juror) => !closed.Contains(new(juror, entry)), shortage)
            : Exceeds(shortage.Jurors, owed, shortage.Entries, needed, (juror, entry) => !closed.Contains(new(juror, entry)), shortage);
    }

    private static bool Exceeds(IReadOnlyList<string> asking, Dictionary<string, int> demand, IReadOnlyList<string> giving, Dictionary<string, int> places, Func<string, string, bool> open, Shortage stated)
    {
        if (asking.Distinct().Count() != asking.Count || giving.Distinct().Count() != giving.Count || !asking.All(demand.ContainsKey))
        {
            return false;
        }

        var neighbours = places.Keys.Where(other => asking.Any(one => open(one, other))).ToList();
        var capacity = neighbours.Sum(other => Math.Min(places[other], asking.Count(one => open(one, other))));
        return neighbours.ToHashSet().SetEquals(giving) && capacity == stated.Capacity && asking.Sum(one => demand[one]) == stated.Demand && stated.Capacity < stated.Demand;
    }
}
