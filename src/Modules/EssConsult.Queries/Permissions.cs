namespace EssConsult.Queries;

/// <summary>Orchard's names.</summary>
internal static class Permissions
{
    public const string ManageQueries = nameof(ManageQueries);
    public const string ExecuteApiAll = nameof(ExecuteApiAll);
}
