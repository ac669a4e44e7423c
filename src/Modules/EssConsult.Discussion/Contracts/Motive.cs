namespace EssConsult.Discussion.Contracts;

/// <summary>Why a text is reported, refused or removed: the charter's list.</summary>
public enum Motive
{
    Spam,
    Insult,
    PersonalData,
    OffTopic,
    Illegal,
    Other,
}

public static class MotiveRegistration
{
    /// <summary>The French words, keys of the translations.</summary>
    public static string Label(this Motive motive) => motive switch
    {
        Motive.Spam => "Publicité",
        Motive.Insult => "Insulte",
        Motive.PersonalData => "Donnée personnelle",
        Motive.OffTopic => "Hors sujet",
        Motive.Illegal => "Contraire à la loi",
        _ => "Autre",
    };
}
