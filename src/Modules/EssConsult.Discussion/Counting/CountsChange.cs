namespace EssConsult.Discussion.Counting;

/// <summary>What one act adds; negative to take away.</summary>
internal sealed record CountsChange
{
    public int Comments { get; init; }

    public int Supports { get; init; }

    public int OpenReports { get; init; }

    public int ThreadsFor { get; init; }

    public int ThreadsNeutral { get; init; }

    public int ThreadsAgainst { get; init; }

    /// <summary>Set by what readers would call news.</summary>
    public DateTime? ActiveUtc { get; init; }

    public static CountsChange NewComment(bool isRoot, Alignment alignment, DateTime now) =>
        Thread(alignment, isRoot ? 1 : 0) with { Comments = 1, ActiveUtc = now };

    public static CountsChange Thread(Alignment alignment, int by) => alignment switch
    {
        Alignment.For => new CountsChange { ThreadsFor = by },
        Alignment.Against => new CountsChange { ThreadsAgainst = by },
        _ => new CountsChange { ThreadsNeutral = by },
    };

    /// <summary>A thread that changed sides.</summary>
    public static CountsChange Turned(Alignment from, Alignment to)
    {
        var (away, towards) = (Thread(from, -1), Thread(to, 1));
        return new CountsChange
        {
            ThreadsFor = away.ThreadsFor + towards.ThreadsFor,
            ThreadsNeutral = away.ThreadsNeutral + towards.ThreadsNeutral,
            ThreadsAgainst = away.ThreadsAgainst + towards.ThreadsAgainst,
        };
    }
}
