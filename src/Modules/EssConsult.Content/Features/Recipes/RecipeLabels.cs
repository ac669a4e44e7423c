using System.Globalization;
using EssConsult.Content.Recipes;
using EssConsult.Content.Recipes.Planning;
using Microsoft.Extensions.Localization;

namespace EssConsult.Content.Features.Recipes;

/// <summary>The words and the theme's classes for what recipes report.</summary>
internal static class RecipeLabels
{
    public static string Label(this RecipeStepOutcome? outcome) => outcome switch
    {
        RecipeStepOutcome.Done => "Fait",
        RecipeStepOutcome.Partial => "Fait en partie",
        RecipeStepOutcome.Ignored => "Ignoré",
        RecipeStepOutcome.Failed => "En échec",
        _ => "Interrompu",
    };

    public static string Mark(this RecipeStepOutcome? outcome) => outcome switch
    {
        RecipeStepOutcome.Done => "state-published",
        RecipeStepOutcome.Partial => "state-partly",
        RecipeStepOutcome.Ignored => "state-draft",
        _ => "state-removed",
    };

    /// <summary>What an administrator can let out of the site, in the order of the file.</summary>
    public static readonly IReadOnlyList<(RecipeExportPlace Place, string Label)> Places =
    [
        (RecipeExportPlace.Feature, "Modules allumés et éteints"), (RecipeExportPlace.Themes, "Thème"), (RecipeExportPlace.Settings, "Réglages"), (RecipeExportPlace.Roles, "Rôles et droits"),
        (RecipeExportPlace.ContentDefinition, "Types de page"), (RecipeExportPlace.Media, "Médias"), (RecipeExportPlace.MediaProfiles, "Tailles des images"), (RecipeExportPlace.Layers, "Blocs et couches"),
        (RecipeExportPlace.Queries, "Requêtes"), (RecipeExportPlace.Templates, "Gabarits"), (RecipeExportPlace.ShortcodeTemplates, "Codes courts"), (RecipeExportPlace.Content, "Contenus"),
        (RecipeExportPlace.WorkflowType, "Circuits"), (RecipeExportPlace.AdminMenu, "Menu de gestion"), (RecipeExportPlace.Own, "Ce que des modèles ont laissé"),
    ];

    public static string Label(this PlannedState state) => state switch
    {
        PlannedState.Known => "Sera joué",
        PlannedState.SwitchedOff => "Module éteint : sera ignoré",
        PlannedState.Refused => "N’est pas joué ici",
        _ => "Gardé, pas joué",
    };

    public static string Mark(this PlannedState state) => state == PlannedState.Known ? "state-published" : "state-draft";

    /// <summary>The report's sentence in the reader's language, its counts filled in.</summary>
    public static string Sentence(this RecipeRunStep step, IStringLocalizer localizer) =>
        step.Values.Length == 0 ? localizer[step.Sentence] : string.Format(CultureInfo.CurrentCulture, localizer[step.Sentence], [.. step.Values]);
}
