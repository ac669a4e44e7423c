using System.Globalization;
using Microsoft.AspNetCore.DataProtection;

namespace EssConsult.Registration.Room;

/// <summary>The signed link of a table's sheet: whoever holds it writes for the table, without an account.</summary>
internal sealed class SheetLinks(IDataProtectionProvider protection)
{
    private readonly IDataProtector writing = protection.CreateProtector("EssConsult.Registration.sheet");

    public string ToWrite(TableSheet sheet) => "/fiche?jeton=" + writing.Protect(string.Create(CultureInfo.InvariantCulture, $"{sheet.Id:N}.{sheet.LinkNumber}"));

    /// <returns>Null when the link is not one of ours.</returns>
    public (Guid Id, int LinkNumber)? Read(string? token) =>
        writing.Read(token)?.Split('.') is [var id, var number] && Guid.TryParseExact(id, "N", out var sheetId) && int.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out var linkNumber)
            ? (sheetId, linkNumber)
            : null;
}
