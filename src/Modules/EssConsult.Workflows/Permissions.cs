namespace EssConsult.Workflows;

/// <summary>Orchard's names.</summary>
internal static class Permissions
{
    public const string ManageWorkflows = nameof(ManageWorkflows);

    /// <summary>Not Orchard's: there, whoever may edit the content decides.</summary>
    public const string DecideInWorkflows = nameof(DecideInWorkflows);
}
