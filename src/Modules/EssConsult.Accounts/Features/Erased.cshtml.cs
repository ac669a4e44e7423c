using Microsoft.AspNetCore.Mvc.RazorPages;

namespace EssConsult.Accounts.Features;

[Public]
internal sealed class ErasedModel : PageModel;
