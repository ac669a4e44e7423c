namespace EssConsult.Registration.Contracts;

public enum RegistrationState
{
    /// <summary>An organiser decides; no seat is held.</summary>
    Pending,

    /// <summary>A seat is held until the e-mail address is confirmed.</summary>
    Held,
    Confirmed,

    /// <summary>On the waiting list, in the order of arrival.</summary>
    Waiting,

    /// <summary>A seat fell free and is held until the person takes it.</summary>
    Offered,
    Ended,
}

/// <summary>Why a registration ended.</summary>
public enum EndReason
{
    /// <summary>By the person.</summary>
    Cancelled,

    /// <summary>An offered seat was not wanted.</summary>
    Declined,

    /// <summary>Neither confirmed nor taken in time.</summary>
    Lapsed,

    /// <summary>Not approved.</summary>
    Refused,

    /// <summary>By an organiser.</summary>
    Removed,

    /// <summary>The person took a seat in another workshop of the same slot.</summary>
    Moved,

    /// <summary>Given to somebody else.</summary>
    Transferred,
}
