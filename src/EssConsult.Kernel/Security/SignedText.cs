using System.Security.Cryptography;
using Microsoft.AspNetCore.DataProtection;

namespace EssConsult.Kernel.Security;

public static class SignedText
{
    /// <returns>What the site sealed into the token; null when it is not one of ours, or was altered.</returns>
    public static string? Read(this IDataProtector protector, string? token)
    {
        try
        {
            return string.IsNullOrEmpty(token) ? null : protector.Unprotect(token);
        }
        catch (CryptographicException)
        {
            return null;
        }
    }
}
