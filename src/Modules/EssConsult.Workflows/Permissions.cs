namespace EssConsult.Workflows;

/// <summary>Orchard's names.</summary>
internal static class Permissions
{
    public const string ManageWorkflows = nameof(ManageWorkflows);
}
