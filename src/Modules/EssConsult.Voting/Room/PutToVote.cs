using EssConsult.Tally;
using EssConsult.Voting.Ballots;
using Microsoft.EntityFrameworkCore;

namespace EssConsult.Voting.Room;

/// <summary>What is typed in the room to put something to the vote.</summary>
internal sealed class RoomMotion
{
    /// <summary>One for each form shown: pressed twice, it opens one vote.</summary>
    public Guid Key { get; set; }

    public string? Wording { get; set; }

    public MotionMajority Majority { get; set; }

    /// <summary>In percent of those who were let in.</summary>
    public int? Quorum { get; set; }

    /// <summary>« Sondage en salle, indicatif », with the code of the tables.</summary>
    public bool IsPoll { get; set; }
}

/// <summary>A motion of the room, drawn up and opened in one press. A binding one is voted with tickets, once each; it is closed by hand.</summary>
internal sealed class PutToVote(SiteDb db, BallotVerbs verbs, TimeProvider clock)
{
    /// <exception cref="RuleException">There is no wording, or the vote cannot open.</exception>
    public async Task<Guid> HandleAsync(string eventId, RoomMotion motion, CancellationToken ct)
    {
        var id = motion.Key == Guid.Empty ? Guid.CreateVersion7() : motion.Key;
        var plan = Plan(eventId, motion);
        BallotFaults.Refuse(plan, [], clock.UtcNow());
        try
        {
            if (!await db.Set<Ballot>().AnyAsync(ballot => ballot.Id == id, ct))
            {
                await verbs.CreateAsync(plan, ct, id);
            }
        }
        catch (RuleException again) when (again.Code == "ballot.twice")
        {
            // The same press, a moment ago.
        }

        db.ChangeTracker.Clear();
        if (await db.Set<Ballot>().AnyAsync(ballot => ballot.Id == id && ballot.State == BallotState.Draft, ct))
        {
            await OpenAsync(id, ct);
        }

        return id;
    }

    private static BallotRule Plan(string eventId, RoomMotion motion)
    {
        var title = TypedText.Line(motion.Wording, Ballot.LongestTitle) is { Length: > 0 } wording ? wording : throw new RuleException("ballot.title", "Dites en une phrase ce qui est mis au vote.") { Field = "Motion.Wording" };
        var plan = new BallotRule
        {
            Title = title, Regime = BallotRegime.Open, Revote = motion.IsPoll, ShowsTurnout = true, Indicative = motion.IsPoll,
            Electorate = new ElectorateRule(motion.IsPoll ? ElectorateKind.Room : ElectorateKind.Event) { Of = eventId },
            Questions = [QuestionEditing.New("q1", title, new QuestionSettings { Method = TallyMethod.Motion, Majority = motion.Majority })],
        };
        return plan.WithQuorum(motion.IsPoll ? null : motion.Quorum);
    }

    private async Task OpenAsync(Guid id, CancellationToken ct)
    {
        try
        {
            await verbs.OpenAsync(id, ct);
        }
        catch (RuleException again) when (again.Code == "ballot.state")
        {
            db.ChangeTracker.Clear();
        }
    }
}
