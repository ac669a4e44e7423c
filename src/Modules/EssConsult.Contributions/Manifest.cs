namespace EssConsult.Contributions;

internal static class Manifest
{
    public static readonly ModuleManifest Module = new("EssConsult.Contributions", "Démarches et contributions", "Démarches, étapes, blog contributif, modération, réponses de la collectivité.")
    {
        DependsOn = ["EssConsult.Content", "EssConsult.Mail", "EssConsult.Accounts", "EssConsult.Actors", "EssConsult.Notifications", "EssConsult.Discussion", "EssConsult.Workflows"],
        Permissions =
        [
            new(Permissions.ContributeContent, "Écrire une contribution"),
            new(Permissions.ModerateContent, "Modérer contributions, commentaires et signalements"),
            new(Permissions.AnswerContributions, "Répondre au nom de la collectivité"),
        ],
        AdminLinks =
        [
            new("Modération", "/admin/moderation", Permissions.ModerateContent, Order: 10),
            new("Réponses", "/admin/reponses", Permissions.AnswerContributions, Order: 20),
            new("Démarches", "/admin/contenus?type=Process", "ListContent", Order: 30),
        ],
    };
}
