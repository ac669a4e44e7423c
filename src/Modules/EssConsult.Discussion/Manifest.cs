namespace EssConsult.Discussion;

internal static class Manifest
{
    public static readonly ModuleManifest Module = new("EssConsult.Discussion", "Échanges", "Commentaires, soutiens, suivis et signalements.")
    {
        DependsOn = ["EssConsult.Content", "EssConsult.Mail", "EssConsult.Accounts", "EssConsult.Actors", "EssConsult.Notifications"],
        Permissions =
        [
            new(Permissions.CommentContent, "Commenter"),
            new(Permissions.SupportContent, "Soutenir"),
            new(Permissions.FollowContent, "Suivre"),
            new(Permissions.ModerateContent, "Modérer les contributions et les commentaires"),
        ],
    };
}
