using Microsoft.AspNetCore.Http;

namespace EssConsult.Actors.Features;

/// <summary>A structure's picture: another one, none, or as it is.</summary>
internal sealed class LogoForm
{
    public static readonly IReadOnlyList<string> Kinds = [".png", ".jpg", ".jpeg", ".webp"];

    public IFormFile? File { get; set; }

    public bool Remove { get; set; }
}
