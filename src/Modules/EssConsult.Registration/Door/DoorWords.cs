namespace EssConsult.Registration.Door;

/// <summary>French words of the enums, keys of the translations.</summary>
internal static class DoorWords
{
    public static string Label(this CodeProblem problem) => problem switch
    {
        CodeProblem.NotOurs => "Ce billet ne vient pas de ce site",
        CodeProblem.OtherEvent => "Ce billet est celui d’un autre rendez-vous",
        CodeProblem.Replaced => "Ce billet a été remplacé ou n’existe plus",
        _ => "Ce code n’est pas un billet",
    };
}
