using Aspire.Dashboard;
using Aspire.Dashboard.Configuration;

try
{
    await DashboardApplication.Create(args).RunAsync();
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
