namespace EssConsult.Seating.Wishes;

/// <summary>One slot as the algorithm sees it: who attends, what they still may wish, and everybody's numbers.</summary>
internal sealed class SlotMarket(string id, IReadOnlyList<Candidate> candidates, IReadOnlyDictionary<string, int> capacities, IReadOnlyDictionary<string, int[]> numbers)
{
    private readonly Dictionary<string, int> indexes = candidates.Select((candidate, index) => (candidate.PersonId, index)).ToDictionary(pair => pair.PersonId, pair => pair.index);

    private readonly int[] sizes = [.. candidates.Select(candidate => candidate.Seats)];

    public string Id => id;

    /// <summary>By person id.</summary>
    public IReadOnlyList<Candidate> Candidates => candidates;

    /// <summary>Seats of each workshop.</summary>
    public IReadOnlyDictionary<string, int> Capacities => capacities;

    /// <exception cref="ArgumentException">The person does not attend this slot.</exception>
    public int IndexOf(string personId) =>
        indexes.TryGetValue(personId, out var index) ? index : throw new ArgumentException($"« {personId} » does not attend slot « {id} ».", nameof(personId));

    public int NumberOf(int candidate, string workshop) => numbers[workshop][candidate];

    public IEnumerable<int> Holders(string workshop, string?[] seats) => Enumerable.Range(0, candidates.Count).Where(candidate => seats[candidate] == workshop);

    /// <summary>Seats that nobody with a better number holds.</summary>
    public int SeatsFor(int candidate, string workshop, string?[] seats)
    {
        var (left, drawn) = (capacities[workshop], numbers[workshop]);
        var own = drawn[candidate];
        for (var other = 0; other < drawn.Length; other++)
        {
            left -= drawn[other] < own && seats[other] == workshop ? sizes[other] : 0;
        }

        return left;
    }
}
