namespace EssConsult.Prize;

internal static class Manifest
{
    public static readonly ModuleManifest Module = new("EssConsult.Prize", "Prix", "Prix et appels à projets : dossiers, recevabilité, jury, déports, notation, palmarès.")
    {
        DependsOn = ["EssConsult.Content", "EssConsult.Mail", "EssConsult.Accounts", "EssConsult.Actors", "EssConsult.Contributions", "EssConsult.Workflows"],
        Permissions = [new(Permissions.ManagePrize, "Gérer les prix et leurs dossiers")],
        AdminLinks = [new("Prix", "/admin/prix", Permissions.ManagePrize, Order: 45)],
    };
}
