using System.Globalization;
using System.Text.Json.Nodes;
using EssConsult.Kernel.Scripting;
using EssConsult.Kernel.Themes;
using EssConsult.Workflows.Activities;
using EssConsult.Workflows.Contracts;
using EssConsult.Workflows.Definitions;
using EssConsult.Workflows.Editing;

namespace EssConsult.Workflows.Checking;

/// <summary>Looks at what is set on one box.</summary>
internal sealed class SettingCheck(Liquid liquid)
{
    /// <summary>Members that Orchard keeps on every box, and those of one kind that nobody sets by hand.</summary>
    private static readonly HashSet<string> Kept = new(StringComparer.OrdinalIgnoreCase)
    {
        "ActivityMetadata", "Syntax", CircuitDraft.Ends, "Title", "Url", "Index", "Current", "Branches", "StartedUtc", "Content", "ContentItemIdExpression", "User", "Author", "Sender", "ReplyTo", "BodyFormat", "Body", "IsHtmlBody",
        "IsHtmlPreferred", "Summary", "RouteValues", "FormLocationKey",
    };

    public IEnumerable<Finding> Of(ActivityRecord activity, ActivityDescription description, DateTime now)
    {
        var known = description.Settings.SelectMany(setting => new[] { setting.Name, "Liquid" + setting.Name }).ToHashSet(StringComparer.OrdinalIgnoreCase);
        foreach (var name in activity.Properties.Select(member => member.Key).Where(name => !known.Contains(name) && !Kept.Contains(name)))
        {
            yield return Finding.Doubt("unknown-property", activity.Id, "« {0} » est un réglage inconnu de cette étape.", name);
        }

        foreach (var setting in description.Settings)
        {
            foreach (var finding in Of(activity, setting))
            {
                yield return finding;
            }
        }

        if (activity.Name == nameof(TimerEvent) && !Timetable.Of(activity.Properties).IsReadable)
        {
            yield return Finding.Fault("unreadable-times", activity.Id, "« {0} » n’est pas un horaire : minute, heure, jour du mois, mois, jour de la semaine.", activity.Properties.AnyText("CronExpression") ?? string.Empty);
        }

        if (activity.Name == nameof(Time.EssWaitTask) && Past(activity, now) is { } past)
        {
            yield return Finding.Fault("past", activity.Id, "La date à attendre est déjà passée : {0}.", past);
        }

        if (activity.Name is nameof(Time.EssWaitTask) or nameof(Messages.EssRemindTask) && (UnreadableDate(activity) ?? UnreadableDays(activity)) is { } unreadable)
        {
            yield return Finding.Fault("unreadable-wait", activity.Id, "« {0} » n’est ni une date, ni un nombre de jours de 0 à 3660.", unreadable);
        }

        if (activity.Name == nameof(Time.EssWaitTask) && activity.Properties.Expression("Until") is null && activity.Properties.AnyText("Days") is null)
        {
            yield return Finding.Fault("wait-for-nothing", activity.Id, "Dites combien de jours attendre, ou jusqu’à quand.");
        }

        if (activity.Name == nameof(Messages.EssRemindTask) && activity.Properties.Expression("UserNames") is null && !activity.Properties.AnyTexts("Roles").Any(role => !string.IsNullOrWhiteSpace(role)))
        {
            yield return NoRecipient(activity);
        }
    }

    private IEnumerable<Finding> Of(ActivityRecord activity, ActivitySetting setting)
    {
        var isLiquid = setting.Kind is SettingKind.Value or SettingKind.Either && string.Equals(activity.Properties.AnyText("Syntax"), "Liquid", StringComparison.OrdinalIgnoreCase);
        var name = isLiquid && setting.Kind == SettingKind.Value ? "Liquid" + setting.Name : setting.Name;
        var source = activity.Properties.Expression(name);
        if (setting.IsRequired && IsMissing(activity.Properties, setting, source))
        {
            yield return setting.Name is "Recipients" or "UserNames"
                ? NoRecipient(activity)
                : Finding.Fault("required", activity.Id, "Il manque : {0}.", setting.Label);
        }

        if (source is null)
        {
            yield break;
        }

        if (setting.Kind == SettingKind.Script || (setting.Kind is SettingKind.Value or SettingKind.Either && !isLiquid))
        {
            if (ScriptEngine.Check(source) is { } error)
            {
                yield return Finding.Fault("script", activity.Id, "« {0} » n’est pas un script que l’on puisse lire : {1}", setting.Label, error);
            }
        }
        else if (setting.Kind is SettingKind.Liquid or SettingKind.Value or SettingKind.Either && liquid.Check(source) is { } broken)
        {
            yield return Finding.Fault("liquid", activity.Id, "« {0} » n’est pas un gabarit que l’on puisse lire : {1}", setting.Label, broken);
        }
        else if (setting.Kind == SettingKind.Choice && !setting.Choices.Contains(source, StringComparer.OrdinalIgnoreCase) && !IsNumbered(setting, source))
        {
            yield return Finding.Fault("choice", activity.Id, "« {0} » ne peut pas être « {1} ».", setting.Label, source);
        }
        else if (setting.Kind == SettingKind.Number && !double.TryParse(source, CultureInfo.InvariantCulture, out _))
        {
            yield return Finding.Fault("number", activity.Id, "« {0} » doit être un nombre.", setting.Label);
        }
    }

    private static Finding NoRecipient(ActivityRecord activity) => Finding.Fault("no-recipient", activity.Id, "Ce message n’a pas de destinataire.");

    private static bool IsMissing(JsonObject properties, ActivitySetting setting, string? source) => setting.Kind is SettingKind.Texts or SettingKind.Roles or SettingKind.ContentTypes
        ? !properties.AnyTexts(setting.Name).Any(text => !string.IsNullOrWhiteSpace(text))
        : source is null;

    /// <summary>Orchard writes a choice by its name or its number.</summary>
    private static bool IsNumbered(ActivitySetting setting, string source) => int.TryParse(source, CultureInfo.InvariantCulture, out var number) && number >= 0 && number < setting.Choices.Count;

    /// <summary>A text without a Liquid output must be a date.</summary>
    private static string? UnreadableDate(ActivityRecord activity) => activity.Properties.Expression("Until") is { } text && !text.Contains("{{", StringComparison.Ordinal)
        && !DateTime.TryParse(text.Trim(), CultureInfo.InvariantCulture, DateTimeStyles.RoundtripKind, out _) ? text.Trim() : null;

    private static string? UnreadableDays(ActivityRecord activity) => activity.Properties.AnyText("Days") is { } text
        && double.TryParse(text, CultureInfo.InvariantCulture, out var days) && days is < 0 or > 3660 ? text : null;

    /// <summary>A date that stands in the text itself.</summary>
    private static string? Past(ActivityRecord activity, DateTime now) =>
        activity.Properties.Expression("Until") is { } text && DateTime.TryParse(text.Trim(), CultureInfo.InvariantCulture, DateTimeStyles.RoundtripKind, out var at) && at < now ? text.Trim() : null;
}
