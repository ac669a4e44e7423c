namespace EssConsult.Search;

internal static class Permissions
{
    public const string ManageIndexes = nameof(ManageIndexes);
}
