using EssConsult.Mail.Contracts;
using EssConsult.Workflows.Activities;
using EssConsult.Workflows.Contracts;
using EssConsult.Workflows.Running;
using Microsoft.Extensions.Logging;

namespace EssConsult.Workflows.Messages;

/// <summary>Settings that every message has.</summary>
internal static class MailSettingsOf
{
    public static readonly IReadOnlyList<ActivitySetting> Words =
    [
        new("Subject", SettingKind.Liquid, "Objet") { IsRequired = true }, new("HtmlBody", SettingKind.Liquid, "Message, en HTML"), new("TextBody", SettingKind.Liquid, "Message, en texte"),
    ];
}

/// <summary>
/// A mail to addresses that a template writes, by commas. The sender is the site's: another would be taken for spam. Copies are messages
/// of their own, so nobody sees who else got one.
/// </summary>
internal sealed class EmailTask(CircuitMail mail) : IDescribedActivity
{
    public static ActivityDescription Description { get; } = new(nameof(EmailTask), ActivityCategory.Message, "Envoyer un e-mail")
    {
        Help = "L’expéditeur est celui du site. Chaque destinataire reçoit son propre message.",
        Settings = [new("Recipients", SettingKind.Liquid, "Destinataires") { IsRequired = true }, new("Cc", SettingKind.Liquid, "Copie"), new("Bcc", SettingKind.Liquid, "Copie cachée"), .. MailSettingsOf.Words],
        Outcomes = ["Done", "Failed"],
    };

    public async ValueTask<ActivityResult> ExecuteAsync(IActivityCall call, CancellationToken ct)
    {
        var typed = $"{await call.LiquidAsync("Recipients")},{await call.LiquidAsync("Cc")},{await call.LiquidAsync("Bcc")}";
        var addresses = typed.Split([',', ';', '\n'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Distinct(StringComparer.OrdinalIgnoreCase).ToList();
        if (addresses.Count == 0 || !addresses.TrueForAll(address => PersonAlias.PersonOf(address) is not null || EmailAddress.Clean(address) is not null))
        {
            return ActivityResult.Of("Failed");
        }

        await mail.QueueAsync(call, addresses, await mail.ReadAsync(call), MailUrgency.AtOnce, ct);
        return ActivityResult.Done;
    }
}

/// <summary>The site has no line for text messages: the run says so and takes the way for failures.</summary>
internal sealed class SmsTask(ILogger<SmsTask> log) : IDescribedActivity
{
    public static ActivityDescription Description { get; } = new(nameof(SmsTask), ActivityCategory.Message, "Envoyer un SMS")
    {
        Help = "Ce site n’envoie pas de SMS : la suite est toujours « Failed ».", Settings = [new("PhoneNumber", SettingKind.Liquid, "Numéro"), new("Body", SettingKind.Liquid, "Message")], Outcomes = ["Done", "Failed"],
    };

    public ValueTask<ActivityResult> ExecuteAsync(IActivityCall call, CancellationToken ct)
    {
        log.LogWarning("The circuit {Type} would send a text message, and this site has no line for it", call.WorkflowTypeId);
        return ValueTask.FromResult(ActivityResult.Of("Failed"));
    }
}
