namespace EssConsult.Registration.Door;

/// <summary>What a device sends: scans, and people who came unannounced; 500 of both at most, in any order.</summary>
internal sealed record ScanBatch
{
    public const int Most = 500;

    public IReadOnlyList<Scan> Scans { get; init; } = [];

    public IReadOnlyList<WalkIn> WalkIns { get; init; } = [];
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
