namespace EssConsult.Contributions;

internal static class Manifest
{
    public static readonly ModuleManifest Module = new("EssConsult.Contributions", "Démarches et contributions", "Démarches, étapes, blog contributif, modération, réponses de la collectivité.")
    {
        DependsOn = ["EssConsult.Content", "EssConsult.Mail", "EssConsult.Accounts", "EssConsult.Discussion"],
        Permissions =
        [
            new(Permissions.ContributeContent, "Écrire une contribution"),
            new(Permissions.ModerateContent, "Modérer contributions, commentaires et signalements"),
            new(Permissions.AnswerContributions, "Répondre au nom de la collectivité"),
        ],
    };
}
