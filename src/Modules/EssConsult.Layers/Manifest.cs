namespace EssConsult.Layers;

internal static class Manifest
{
    public static readonly ModuleManifest Module = new("EssConsult.Layers", "Blocs et couches", "Des blocs autour des pages, là où leur couche le dit : sur l’accueil, dans une langue, pour un rôle.")
    {
        DependsOn = ["EssConsult.Content"],
        Permissions = [new(Permissions.ManageLayers, "Placer des blocs autour des pages et régler leurs couches")],
        AdminLinks = [new("Blocs et couches", "/admin/blocs", Permissions.ManageLayers, AdminSection.Contents, Order: 35)],
    };
}
