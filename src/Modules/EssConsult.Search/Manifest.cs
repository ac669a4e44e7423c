namespace EssConsult.Search;

internal static class Manifest
{
    public static readonly ModuleManifest Module = new("EssConsult.Search", "Recherche", "Recherche en français et en anglais dans tout ce qui est publié, contributions proches.")
    {
        DependsOn = ["EssConsult.Content"],
        Permissions = [new(Permissions.ManageIndexes, "Reconstruire l’index de recherche")],
    };
}
