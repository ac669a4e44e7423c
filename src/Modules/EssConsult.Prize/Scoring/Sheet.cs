using EssConsult.Prize.Jury;

namespace EssConsult.Prize.Scoring;

/// <summary>What a juror gave for an entry, as it counts now. Only a pair that is assigned can have one: the table refuses it otherwise.</summary>
internal sealed class Sheet
{
    public required Guid JurorId { get; init; }

    public required Guid EntryId { get; init; }

    public Standing Standing { get; init; } = Standing.Assigned;

    public required bool Abstained { get; set; }

    /// <summary>Marks and comments in canonical JSON, with the hash of the rule.</summary>
    public required string Content { get; set; }

    /// <summary>From 1; each is kept as a <see cref="SheetSubmission"/>.</summary>
    public required int Sequence { get; set; }

    public required DateTime AtUtc { get; set; }
}

internal enum SheetAct
{
    Submitted,
    Abstained,

    /// <summary>Complete but not submitted when scoring closed: it counts.</summary>
    ClosedComplete,

    /// <summary>The juror was recused afterwards: it counts no more.</summary>
    Voided,
}

/// <summary>Each time a sheet was given, never changed. The juror keeps the commitment: it says nothing before the key is shown, and nothing can be changed after.</summary>
internal sealed class SheetSubmission
{
    public Guid Id { get; init; } = Guid.CreateVersion7();

    public required Guid JurorId { get; init; }

    public required Guid EntryId { get; init; }

    public required int Sequence { get; init; }

    public required SheetAct Act { get; init; }

    public required string Content { get; init; }

    /// <summary>32 random bytes.</summary>
    public required byte[] Key { get; init; }

    /// <summary>HMAC-SHA-256 of the content under the key, in lower-case hexadecimal.</summary>
    public required string Commitment { get; init; }

    public required DateTime AtUtc { get; init; }

    public static SheetSubmission Of(Guid jurorId, Guid entryId, int sequence, SheetAct act, string content, DateTime now)
    {
        var key = CommitmentKey.Draw();
        return new SheetSubmission
        {
            JurorId = jurorId, EntryId = entryId, Sequence = sequence, Act = act, Content = content, Key = key, AtUtc = now,
            Commitment = CommitmentKey.Commit(key, content),
        };
    }
}
