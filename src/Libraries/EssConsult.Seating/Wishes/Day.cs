namespace EssConsult.Seating.Wishes;

/// <summary>Walks through the slots in order of time and remembers which topics each person has obtained and what each is owed.</summary>
internal sealed class Day
{
    private readonly WishRequest request;
    private readonly WishBallot[] ballots;
    private readonly Dictionary<string, Workshop> workshops;
    private readonly HashSet<(string PersonId, string TopicId)> obtained = [];
    private readonly Dictionary<string, int> arrears = [];

    public Day(WishRequest request)
    {
        this.request = request;
        ballots = [.. request.Ballots.OrderBy(ballot => ballot.PersonId, StringComparer.Ordinal)];
        workshops = request.Workshops.ToDictionary(workshop => workshop.Id);
    }

    public bool HasTopic(string personId, string workshop) => obtained.Contains((personId, workshops[workshop].TopicId));

    public SlotMarket Open(string slot)
    {
        var candidates = ballots.Where(ballot => ballot.Wishes.ContainsKey(slot))
            .Select(ballot => new Candidate(ballot.PersonId, ballot.Seats, [.. ballot.Wishes[slot].Where(wish => !HasTopic(ballot.PersonId, wish))])).ToList();
        var capacities = workshops.Values.Where(workshop => workshop.SlotId == slot).ToDictionary(workshop => workshop.Id, workshop => workshop.Capacity);
        var single = request.Lottery == LotteryScope.Slot ? Draw(slot, candidates) : null;

        return new SlotMarket(slot, candidates, capacities, capacities.Keys.ToDictionary(workshop => workshop, workshop => single ?? Draw(workshop, candidates)));
    }

    /// <param name="seats">The workshop that each candidate obtained by wish, by index; null for none.</param>
    public void Close(SlotMarket slot, string?[] seats)
    {
        foreach (var (candidate, seat) in slot.Candidates.Zip(seats))
        {
            // Wishes refused before the one obtained; a topic already obtained was no refusal.
            var refused = candidate.Wishes.TakeWhile(wish => wish != seat).Count();
            arrears[candidate.PersonId] = arrears.GetValueOrDefault(candidate.PersonId) + refused;
            if (seat is not null)
            {
                Take(candidate.PersonId, seat);
            }
        }
    }

    public void Take(string personId, string workshop) => obtained.Add((personId, workshops[workshop].TopicId));

    /// <summary>Candidates by the lottery of the slot, whatever the lottery of its workshops.</summary>
    public IEnumerable<int> InOrderOf(SlotMarket slot)
    {
        var numbers = LotteryDraw.Numbers(request.Seed, slot.Id, slot.Candidates.Select(candidate => candidate.PersonId));
        return Enumerable.Range(0, slot.Candidates.Count).OrderBy(index => numbers[slot.Candidates[index].PersonId]);
    }

    private int[] Draw(string scope, List<Candidate> candidates)
    {
        var people = candidates.Select(candidate => candidate.PersonId);
        var numbers = request.MakeUpForEarlierSlots
            ? LotteryDraw.Numbers(request.Seed, scope, people, person => arrears.GetValueOrDefault(person))
            : LotteryDraw.Numbers(request.Seed, scope, people);
        return [.. candidates.Select(candidate => numbers[candidate.PersonId])];
    }
}
