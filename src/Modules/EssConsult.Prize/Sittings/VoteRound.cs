using EssConsult.Prize.Jury;

namespace EssConsult.Prize.Sittings;

internal enum VoteChoice
{
    For,
    Against,
    Blank,
}

/// <summary>A round of votes on a question about the entry that is called. Counts are there once it is closed.</summary>
internal sealed class VoteRound
{
    public Guid Id { get; init; } = Guid.CreateVersion7();

    public required string EditionId { get; init; }

    public required Guid EntryId { get; init; }

    /// <summary>Within the edition, from 1.</summary>
    public required int Number { get; init; }

    public required string Question { get; init; }

    /// <summary>Who voted is known, and not how.</summary>
    public required bool IsSecret { get; init; }

    /// <summary>Hands or papers are counted in the room.</summary>
    public required bool IsByHand { get; init; }

    public required DateTime OpenedUtc { get; init; }

    public DateTime? ClosedUtc { get; private set; }

    public int For { get; private set; }

    public int Against { get; private set; }

    public int Blank { get; private set; }

    public int Cast => For + Against + Blank;

    /// <summary>One more, where no ballot says which.</summary>
    public void Count(VoteChoice choice)
    {
        RequireOpen();
        (For, Against, Blank) = choice switch { VoteChoice.For => (For + 1, Against, Blank), VoteChoice.Against => (For, Against + 1, Blank), _ => (For, Against, Blank + 1) };
    }

    /// <exception cref="RuleException">Closed already, or a count that cannot be.</exception>
    public void Close(int yes, int no, int blank, int most, DateTime now)
    {
        RequireOpen();
        if (yes < 0 || no < 0 || blank < 0 || yes + no + blank > most)
        {
            throw new RuleException("vote.count", "Le décompte dépasse le nombre de membres présents.") { Field = "For" };
        }

        (For, Against, Blank, ClosedUtc) = (yes, no, blank, now);
    }

    public void RequireOpen()
    {
        if (ClosedUtc is not null)
        {
            throw new RuleException("vote.closed", "Ce vote est clos.");
        }
    }
}

/// <summary>That a juror voted in a round. The table refuses a second one, and one of somebody who is recused.</summary>
internal sealed class Ballot
{
    public required Guid RoundId { get; init; }

    public required Guid JurorId { get; init; }

    public required Guid EntryId { get; init; }

    public required Standing Standing { get; init; }

    /// <summary>Null in a secret vote: nothing ties a person to a choice.</summary>
    public VoteChoice? Choice { get; init; }
}
