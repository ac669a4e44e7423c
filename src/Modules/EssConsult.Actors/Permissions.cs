namespace EssConsult.Actors;

internal static class Permissions
{
    /// <summary>Publish, edit, archive and import structures, and decide on their members.</summary>
    public const string ManageActors = "ManageActors";
}
