using EssConsult.Workflows.Contracts;
using EssConsult.Workflows.Running;
using Microsoft.AspNetCore.Antiforgery;

namespace EssConsult.Workflows.Web;

/// <summary>Orchard binds the form here; ours is read before the circuit runs.</summary>
internal sealed class BindModelStateTask : IDescribedActivity
{
    public static ActivityDescription Description { get; } = new(nameof(BindModelStateTask), ActivityCategory.Web, "Lire le formulaire");

    public ValueTask<ActivityResult> ExecuteAsync(IActivityCall call, CancellationToken ct) => ValueTask.FromResult(ActivityResult.Done);
}

/// <summary>A field must not be empty. Both « Done » and the verdict are outcomes.</summary>
internal sealed class ValidateFormFieldTask(WorkflowRequest request) : IDescribedActivity
{
    public static ActivityDescription Description { get; } = new(nameof(ValidateFormFieldTask), ActivityCategory.Web, "Exiger un champ")
    {
        Settings = [new("FieldName", SettingKind.Text, "Champ") { IsRequired = true }, new("ErrorMessage", SettingKind.Text, "Phrase, s’il est vide") { IsRequired = true }], Outcomes = ["Done", "Valid", "Invalid"],
    };

    public ValueTask<ActivityResult> ExecuteAsync(IActivityCall call, CancellationToken ct)
    {
        var field = call.Settings.AnyText("FieldName") ?? string.Empty;
        var isValid = !string.IsNullOrWhiteSpace(request.Field(field));
        if (!isValid)
        {
            request.Refuse(field, call.Settings.AnyText("ErrorMessage") ?? "Ce champ est obligatoire.");
        }

        return ValueTask.FromResult(Verdict(isValid));
    }

    internal static ActivityResult Verdict(bool isValid) => ActivityResult.Of("Done", isValid ? "Valid" : "Invalid");
}

/// <summary>Whether anything was refused so far.</summary>
internal sealed class ValidateFormTask(WorkflowRequest request) : IDescribedActivity
{
    public static ActivityDescription Description { get; } = new(nameof(ValidateFormTask), ActivityCategory.Web, "Le formulaire est-il valable ?") { Outcomes = ["Valid", "Invalid"] };

    public ValueTask<ActivityResult> ExecuteAsync(IActivityCall call, CancellationToken ct)
    {
        request.Verdict = request.Errors.Count == 0;
        return ValueTask.FromResult(ActivityResult.Of(request.Errors.Count == 0 ? "Valid" : "Invalid"));
    }
}

internal sealed class AddModelValidationErrorTask(WorkflowRequest request) : IDescribedActivity
{
    public static ActivityDescription Description { get; } = new(nameof(AddModelValidationErrorTask), ActivityCategory.Web, "Refuser avec une phrase")
    {
        Settings = [new("Key", SettingKind.Text, "Champ"), new("ErrorMessage", SettingKind.Text, "Phrase") { IsRequired = true }],
    };

    public ValueTask<ActivityResult> ExecuteAsync(IActivityCall call, CancellationToken ct)
    {
        request.Refuse(call.Settings.AnyText("Key") ?? string.Empty, call.Settings.AnyText("ErrorMessage") ?? string.Empty);
        return ValueTask.FromResult(ActivityResult.Done);
    }
}

internal sealed class ValidateAntiforgeryTokenTask(WorkflowRequest request, IAntiforgery antiforgery) : IDescribedActivity
{
    public static ActivityDescription Description { get; } = new(nameof(ValidateAntiforgeryTokenTask), ActivityCategory.Web, "Vérifier que le formulaire vient de ce site") { Outcomes = ["Done", "Valid", "Invalid"] };

    public async ValueTask<ActivityResult> ExecuteAsync(IActivityCall call, CancellationToken ct) => ValidateFormFieldTask.Verdict(await antiforgery.IsRequestValidAsync(request.Http));
}

/// <summary>No third party watches over visitors here; forms are limited in number instead (§ rate limits of the kernel). Every sender passes.</summary>
internal sealed class ValidateReCaptchaTask : IDescribedActivity
{
    public static ActivityDescription Description { get; } = new(nameof(ValidateReCaptchaTask), ActivityCategory.Web, "Contrôle contre les robots")
    {
        Help = "Ce site n’appelle aucun service tiers : il limite le nombre d’envois, et ce contrôle passe toujours.", Outcomes = ["Done", "Valid", "Invalid"],
    };

    public ValueTask<ActivityResult> ExecuteAsync(IActivityCall call, CancellationToken ct) => ValueTask.FromResult(ValidateFormFieldTask.Verdict(isValid: true));
}

/// <summary>Who sends the request: nobody known, somebody signed in, or somebody with one of the roles.</summary>
internal sealed class ValidateUserTask(CurrentPerson person) : IDescribedActivity
{
    public static ActivityDescription Description { get; } = new(nameof(ValidateUserTask), ActivityCategory.Person, "Qui envoie ?")
    {
        Settings = [new("SetUserName", SettingKind.Flag, "Retenir la personne"), new("Roles", SettingKind.Roles, "Rôles")], Outcomes = ["Anonymous", "Authenticated", "InRole"],
    };

    public ValueTask<ActivityResult> ExecuteAsync(IActivityCall call, CancellationToken ct)
    {
        if (person.Id is not { } id)
        {
            return ValueTask.FromResult(ActivityResult.Of("Anonymous"));
        }

        if (Definitions.ActivityJson.Flag(call.Settings, "SetUserName"))
        {
            WorkflowRun.Put(call.Properties, "UserName", PersonAlias.Of(id));
        }

        return ValueTask.FromResult(ActivityResult.Of(call.Settings.AnyTexts("Roles").Any(person.Roles.Contains) ? "InRole" : "Authenticated"));
    }
}
