using System.ComponentModel.DataAnnotations;

namespace EssConsult.Content.Contact;

public sealed record SendMessage
{
    [StringLength(100, ErrorMessage = "Ce nom est trop long.")]
    public string? Name { get; init; }

    [Required(ErrorMessage = "Donnez une adresse e-mail pour la réponse.")]
    [EmailAddress(ErrorMessage = "Cette adresse e-mail n’est pas complète.")]
    [StringLength(200, ErrorMessage = "Cette adresse e-mail est trop longue.")]
    public string Email { get; init; } = string.Empty;

    [Required(ErrorMessage = "Dites en quelques mots de quoi il s’agit.")]
    [StringLength(150, ErrorMessage = "Cet objet est trop long.")]
    public string Subject { get; init; } = string.Empty;

    [Required(ErrorMessage = "Écrivez votre message.")]
    [StringLength(5000, ErrorMessage = "Ce message est trop long : 5 000 caractères au plus.")]
    public string Body { get; init; } = string.Empty;
}

internal sealed class SendMessageHandler(SiteDb db, TimeProvider clock)
{
    public async Task HandleAsync(SendMessage command, CancellationToken ct)
    {
        var message = new ContactMessage
        {
            Name = command.Name?.Trim() ?? string.Empty,
            Email = command.Email.Trim(),
            Subject = command.Subject.Trim(),
            Body = command.Body.Trim(),
            SentUtc = clock.UtcNow(),
        };
        db.Add(message);
        db.Publish(new ContactMessageReceived(message.Id));
        await db.SaveChangesAsync(ct);
    }
}
