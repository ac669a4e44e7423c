namespace EssConsult.Registration;

internal static class Permissions
{
    public const string ManageEvents = nameof(ManageEvents);

    /// <summary>At the door: sees names, not answers nor needs.</summary>
    public const string CheckIn = nameof(CheckIn);

    /// <summary>The figures of the door; whoever runs the event or stands at the door has it.</summary>
    public const string FollowDoor = nameof(FollowDoor);

    /// <summary>Each look at names beside needs is written down.</summary>
    public const string ViewNeeds = nameof(ViewNeeds);
}
