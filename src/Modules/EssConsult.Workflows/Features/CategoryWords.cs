using EssConsult.Workflows.Contracts;

namespace EssConsult.Workflows.Features;

/// <summary>The drawers of the palette, in French; keys of the translations.</summary>
internal static class CategoryWords
{
    public static string Of(ActivityCategory category) => category switch
    {
        ActivityCategory.Content => "Contenus",
        ActivityCategory.Contribution => "Contributions",
        ActivityCategory.Person => "Personnes",
        ActivityCategory.Message => "Messages",
        ActivityCategory.Time => "Temps",
        ActivityCategory.Flow => "Déroulement",
        ActivityCategory.Data => "Valeurs",
        _ => "Formulaires et web",
    };
}
