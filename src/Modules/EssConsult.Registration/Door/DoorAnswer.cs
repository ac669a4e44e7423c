namespace EssConsult.Registration.Door;

/// <summary>
/// What somebody answered at the door, as one device wrote it down: kept like a scan. Of several answers to one question the latest by
/// the devices' clocks counts, in whatever order they are sent.
/// </summary>
internal sealed class DoorAnswer
{
    /// <summary>Made by the device, one for the answers given together.</summary>
    public Guid Nonce { get; init; }

    /// <summary><see cref="DoorQuestion.Key"/>.</summary>
    public required string Question { get; init; }

    public required string EventId { get; init; }

    public Guid? AttendeeId { get; init; }

    /// <summary>For who came unannounced: the key that the device gave their registration.</summary>
    public Guid? WalkInKey { get; init; }

    /// <summary>Empty where an earlier answer was taken back.</summary>
    public required string Value { get; init; }

    /// <summary>By the device's clock, and not later than it was received: a clock that is ahead would have the last word for ever.</summary>
    public DateTime AtUtc { get; init; }

    /// <summary>The answers that count, by person and question.</summary>
    /// <param name="who">Null for somebody whose registration has not arrived yet.</param>
    public static IReadOnlyDictionary<Guid, IReadOnlyDictionary<string, string>> Latest(IEnumerable<DoorAnswer> answers, Func<DoorAnswer, Guid?> who) =>
        answers.Select(answer => (Who: who(answer), Answer: answer)).Where(found => found.Who is not null).GroupBy(found => found.Who!.Value, found => found.Answer)
            .ToDictionary(person => person.Key, person => (IReadOnlyDictionary<string, string>)person.GroupBy(answer => answer.Question)
                .Select(question => question.OrderBy(answer => answer.AtUtc).ThenBy(answer => answer.Nonce).Last()).Where(answer => answer.Value.Length > 0).ToDictionary(answer => answer.Question, answer => answer.Value));
}
