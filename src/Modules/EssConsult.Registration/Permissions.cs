namespace EssConsult.Registration;

internal static class Permissions
{
    public const string ManageEvents = nameof(ManageEvents);

    /// <summary>At the door: sees names, not answers nor needs.</summary>
    public const string CheckIn = nameof(CheckIn);

    /// <summary>Each look at names beside needs is written down.</summary>
    public const string ViewNeeds = nameof(ViewNeeds);
}
