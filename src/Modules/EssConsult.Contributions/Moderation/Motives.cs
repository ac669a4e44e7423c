using EssConsult.Discussion.Contracts;

namespace EssConsult.Contributions;

/// <summary>Why a contribution is refused or removed: the charter's motives, and the author's own wish.</summary>
internal static class Motives
{
    public const string Author = "Author";

    /// <summary>What readers see.</summary>
    public static string Label(string? motive) =>
        motive == Author ? "à la demande de son auteur" : Enum.TryParse<Motive>(motive, out var known) ? known.Label() : Motive.Other.Label();

    /// <summary>What its author receives.</summary>
    public static string Sentence(Motive motive) => motive switch
    {
        Motive.Spam => "Votre texte fait la promotion d’une offre commerciale.",
        Motive.Insult => "Votre texte s’en prend à une personne ou à un groupe. L’idée est bienvenue si elle est dite sans attaque.",
        Motive.PersonalData => "Votre texte permet de reconnaître une personne qui n’a pas donné son accord. Retirez ces détails et renvoyez-le.",
        Motive.OffTopic => "Votre texte ne porte pas sur la question posée. Vous pouvez le reprendre en partant de la question.",
        Motive.Illegal => "Votre texte contient des propos que la loi interdit.",
        _ => "Votre texte ne respecte pas la charte de participation.",
    };
}
