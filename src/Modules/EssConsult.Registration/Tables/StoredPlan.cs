namespace EssConsult.Registration.Tables;

/// <summary>The tables of an event: the last plan that was composed.</summary>
internal sealed class StoredPlan
{
    public Guid Id { get; init; } = Guid.CreateVersion7();

    public required string EventId { get; init; }

    public int Tables { get; init; }

    public int Rounds { get; init; }

    /// <summary>Keys of <see cref="TraitChoice"/>, a line each.</summary>
    public required string Traits { get; init; }

    /// <summary>A <c>TablePlan</c> as JSON; people are ids of attendees.</summary>
    public required string Plan { get; init; }

    public int Seed { get; init; }

    public DateTime ComposedUtc { get; init; }

    public required string ComposedById { get; init; }

    /// <summary>Recomposed with those who came.</summary>
    public bool IsOfPresent { get; init; }
}

/// <summary>Where one attendee sits in one round.</summary>
internal sealed class TableSeat
{
    public required Guid PlanId { get; init; }

    public required Guid AttendeeId { get; init; }

    /// <summary>From 1.</summary>
    public required int Round { get; init; }

    /// <summary>From 1.</summary>
    public required int Table { get; init; }
}
