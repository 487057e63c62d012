using Aspire.Dashboard.Configuration;
using Aspire.Dashboard.Pages;

namespace Aspire.Dashboard;

/// <summary>Tells how to come in when nobody else knows: a token that was given is printed by whoever gave it.</summary>
internal static class LoginLink
{
    public static async Task PrintAsync(WebApplication app)
    {
        var options = app.Services.GetRequiredService<DashboardOptions>();
        if (!options.IsTokenOwn)
            return;
        var address = app.Urls.First().Replace("127.0.0.1", "localhost", StringComparison.Ordinal);
        await Console.Out.WriteLineAsync("Log in to the dashboard at " + Link.To(address + "/login", ("t", options.BrowserToken)));
    }
}
