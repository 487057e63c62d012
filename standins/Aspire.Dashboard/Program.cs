using Aspire.Dashboard;
using Aspire.Dashboard.Configuration;

try
{
    var app = DashboardApplication.Create(args);
    await app.StartAsync();
    await LoginLink.PrintAsync(app);
    await app.WaitForShutdownAsync();
    return 0;
}
catch (ConfigurationException refused)
{
    await Console.Error.WriteLineAsync($"The dashboard cannot start: {refused.Message}");
    return 1;
}
catch (IOException taken) when (taken.InnerException is Microsoft.AspNetCore.Connections.AddressInUseException)
{
    await Console.Error.WriteLineAsync($"The dashboard cannot start: {taken.Message}");
    return 1;
}
