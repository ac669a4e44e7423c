using System.ComponentModel.DataAnnotations;

namespace EssConsult.Content.Recipes.Upload;

/// <summary>A recipe that somebody sent and has not yet decided to run. It lies in the database, so that any node can run it.</summary>
internal sealed class RecipeUpload
{
    public Guid Id { get; init; } = Guid.CreateVersion7();

    [MaxLength(200)]
    public required string FileName { get; init; }

    public required byte[] Content { get; init; }

    [MaxLength(100)]
    public required string ActorId { get; init; }

    public DateTime UploadedUtc { get; init; }
}
