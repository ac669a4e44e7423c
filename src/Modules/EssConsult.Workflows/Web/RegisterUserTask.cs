using EssConsult.Accounts.Contracts;
using EssConsult.Mail.Contracts;
using EssConsult.Workflows.Contracts;
using EssConsult.Workflows.Definitions;
using EssConsult.Workflows.Messages;
using EssConsult.Workflows.Running;

namespace EssConsult.Workflows.Web;

/// <summary>
/// Prepares an account for the address in the form (or in the run's property <c>Email</c>); its owner proves the address when they
/// come. Whether the address was known is told to nobody.
/// </summary>
internal sealed class RegisterUserTask(WorkflowRequest request, IRegister register, CircuitMail mail, ISiteAddress site) : IDescribedActivity
{
    public static ActivityDescription Description { get; } = new(nameof(RegisterUserTask), ActivityCategory.Person, "Créer un compte")
    {
        Settings =
        [
            new("SendConfirmationEmail", SettingKind.Flag, "Envoyer un e-mail"), new("ConfirmationEmailSubject", SettingKind.Liquid, "Objet"),
            new("ConfirmationEmailTemplate", SettingKind.Liquid, "Message, en HTML"), new("RequireModeration", SettingKind.Flag, "Suspendu jusqu’à ce qu’on le rétablisse"),
        ],
        Outcomes = ["Done", "Valid", "Invalid"],
    };

    public async ValueTask<ActivityResult> ExecuteAsync(IActivityCall call, CancellationToken ct)
    {
        var typed = call.Properties.AnyText("Email") ?? (request.IsPresent ? request.Field("Email") : null);
        if (EmailAddress.Clean(typed) is not { } email)
        {
            request.Refuse("Email", "Écrivez une adresse e-mail complète, par exemple prenom@exemple.fr.");
            return ValidateFormFieldTask.Verdict(isValid: false);
        }

        // The run keeps whom it is about, not the address.
        call.Properties.Remove("Email");
        var person = await register.PrepareAsync(email, call.Settings.Flag("RequireModeration"), call.Actor, ct);
        call.CorrelationId = string.IsNullOrEmpty(call.CorrelationId) ? person : call.CorrelationId;
        WorkflowRun.Put(call.Properties, "User", WorkflowTrigger.PersonPointer(person));
        call.Properties["EmailConfirmationUrl"] = site.Absolute("/connexion");
        if (call.Settings.Flag("SendConfirmationEmail"))
        {
            var written = await mail.ReadAsync(call, subject: "ConfirmationEmailSubject", html: "ConfirmationEmailTemplate");
            await mail.QueueToAddressAsync(call, email, person, written, ct);
        }

        return ValidateFormFieldTask.Verdict(isValid: true);
    }
}
