namespace EssConsult.Mail;

internal static class Manifest
{
    public static readonly ModuleManifest Module = new("EssConsult.Mail", "Courriel", "Messages envoyés par e-mail : file d’attente, gabarits, reprise des échecs.")
    {
        AlwaysEnabled = true,
        Permissions = [new(Permissions.ManageMail, "Voir les messages en échec et les renvoyer")],
        AdminLinks = [new("E-mails envoyés", "/admin/messages", Permissions.ManageMail, AdminSection.Settings, Order: 30)],
    };
}
