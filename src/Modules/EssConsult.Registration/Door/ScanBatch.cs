namespace EssConsult.Registration.Door;

/// <summary>What a device sends: scans, people who came unannounced, answers; 500 of them at most, in any order.</summary>
internal sealed record ScanBatch
{
    public const int Most = 500;

    public IReadOnlyList<Scan> Scans { get; init; } = [];

    public IReadOnlyList<WalkIn> WalkIns { get; init; } = [];

    public IReadOnlyList<GivenAnswers> Answers { get; init; } = [];

    public int Count => Scans.Count + WalkIns.Count + Answers.Count;
}

/// <summary>One of <c>Attendee</c>, <c>Code</c> and <c>WalkIn</c> says who; a scan that is taken back needs none.</summary>
internal sealed record Scan
{
    public required Guid Nonce { get; init; }

    public CheckInKind Kind { get; init; }

    /// <summary>By the device's clock.</summary>
    public required DateTimeOffset At { get; init; }

    public string? Door { get; init; }

    /// <summary>Found by name.</summary>
    public Guid? Attendee { get; init; }

    /// <summary>What was scanned or typed.</summary>
    public string? Code { get; init; }

    /// <summary>The key of a <see cref="WalkIn"/>, sent before, with it or after.</summary>
    public Guid? WalkIn { get; init; }

    public Guid? Undoes { get; init; }
}

internal sealed record WalkIn
{
    /// <summary>Made by the device: sent twice, it registers once.</summary>
    public required Guid Key { get; init; }

    public required string Name { get; init; }

    public string? Organisation { get; init; }

    public string? Email { get; init; }
}

/// <summary>What one person answered at the door; <c>Attendee</c> or <c>WalkIn</c> says who.</summary>
internal sealed record GivenAnswers
{
    public required Guid Nonce { get; init; }

    /// <summary>By the device's clock.</summary>
    public required DateTimeOffset At { get; init; }

    public Guid? Attendee { get; init; }

    public Guid? WalkIn { get; init; }

    /// <summary>By the key of the question.</summary>
    public required IReadOnlyDictionary<string, string?> Values { get; init; }
}
