using EssConsult.Mail.Contracts;
using EssConsult.Workflows.Activities;
using EssConsult.Workflows.Contracts;
using EssConsult.Workflows.Running;

namespace EssConsult.Workflows.Messages;

/// <summary>News for people by id, alias, or by a name that the run knows.</summary>
internal sealed class NotifyUserTask(CircuitNews news, ICircuitPeople people) : IDescribedActivity
{
    private const string Nobody = "Failed: no user found";

    public static ActivityDescription Description { get; } = new(nameof(NotifyUserTask), ActivityCategory.Message, "Prévenir une personne")
    {
        Help = "Dans ses nouvelles, et par e-mail comme elle l’a choisi.",
        Settings = [new("UserNames", SettingKind.Liquid, "Qui") { IsRequired = true }, .. MailSettingsOf.Words], Outcomes = ["Done", "Failed", Nobody],
    };

    public async ValueTask<ActivityResult> ExecuteAsync(IActivityCall call, CancellationToken ct)
    {
        var named = await people.NamedAsync(call);
        if (named.Count == 0)
        {
            return ActivityResult.Of(Nobody);
        }

        await news.TellPeopleAsync(call, CircuitNews.ToPerson, named, ct);
        return ActivityResult.Done;
    }
}

/// <summary>A message to whoever the content belongs to.</summary>
internal sealed class NotifyContentOwnerTask(CircuitMail mail, RunSubjects subjects) : IDescribedActivity
{
    public static ActivityDescription Description { get; } = new(nameof(NotifyContentOwnerTask), ActivityCategory.Message, "Prévenir l’auteur du contenu") { Settings = MailSettingsOf.Words, Outcomes = ["Done", "Failed"] };

    public async ValueTask<ActivityResult> ExecuteAsync(IActivityCall call, CancellationToken ct)
    {
        if (call.ContentItemId is not { } id || await subjects.FindAsync(id, ct) is not { Owner: { Length: > 0 } owner })
        {
            return ActivityResult.Of("Failed");
        }

        await mail.QueueAsync(call, [PersonAlias.Of(owner)], await mail.ReadAsync(call), MailUrgency.AtOnce, ct);
        return ActivityResult.Done;
    }
}

/// <summary>News for everybody who holds one of the roles.</summary>
internal sealed class EssNotifyRoleTask(CircuitNews news, ICircuitPeople people) : IDescribedActivity
{
    public static ActivityDescription Description { get; } = new(nameof(EssNotifyRoleTask), ActivityCategory.Message, "Prévenir un rôle")
    {
        Help = "Dans leurs nouvelles, et par e-mail comme chacun l’a choisi : aussitôt pour qui n’a rien choisi.",
        Settings = [new("Roles", SettingKind.Roles, "Rôles") { IsRequired = true }, .. MailSettingsOf.Words], Outcomes = ["Done", "Failed"],
    };

    public async ValueTask<ActivityResult> ExecuteAsync(IActivityCall call, CancellationToken ct)
    {
        var holders = await people.InRolesAsync(call, ct);
        if (holders.Count == 0)
        {
            return ActivityResult.Of("Failed");
        }

        await news.TellPeopleAsync(call, CircuitNews.ToRole, holders, ct);
        return ActivityResult.Done;
    }
}

/// <summary>News for everybody who follows the content, however many.</summary>
internal sealed class EssNotifyFollowersTask(CircuitNews news) : IDescribedActivity
{
    public static ActivityDescription Description { get; } = new(nameof(EssNotifyFollowersTask), ActivityCategory.Message, "Prévenir ceux qui suivent")
    {
        Help = "Ceux qui suivent le contenu dont il s’agit : dans leurs nouvelles, et par e-mail comme chacun l’a choisi.", Settings = MailSettingsOf.Words, Outcomes = ["Done", "Failed"],
    };

    public async ValueTask<ActivityResult> ExecuteAsync(IActivityCall call, CancellationToken ct)
    {
        if (call.ContentItemId is not { } id)
        {
            return ActivityResult.Of("Failed");
        }

        await news.TellFollowersAsync(call, id, ct);
        return ActivityResult.Done;
    }
}

/// <summary>News for everybody who speaks for the organisation that signed the content.</summary>
internal sealed class EssNotifyOrganisationTask(CircuitNews news, IEnumerable<IOrganisations> organisations) : IDescribedActivity
{
    public static ActivityDescription Description { get; } = new(nameof(EssNotifyOrganisationTask), ActivityCategory.Message, "Prévenir la structure")
    {
        Help = "Les personnes qui parlent pour la structure au nom de laquelle le contenu est signé : dans leurs nouvelles, et par e-mail comme chacune l’a choisi.",
        Settings = MailSettingsOf.Words, Outcomes = ["Done", "Failed", "Noop"],
    };

    public async ValueTask<ActivityResult> ExecuteAsync(IActivityCall call, CancellationToken ct)
    {
        var speakers = new List<string>();
        foreach (var known in call.ContentItemId is { } ? organisations : [])
        {
            speakers.AddRange(await known.SpeakersOfAsync(call.ContentItemId!, ct));
        }

        if (speakers.Count == 0)
        {
            return ActivityResult.Of("Noop");
        }

        await news.TellPeopleAsync(call, CircuitNews.ToOrganisation, [.. speakers.Distinct()], ct);
        return ActivityResult.Done;
    }
}
