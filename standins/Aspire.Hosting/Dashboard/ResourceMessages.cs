using Aspire.DashboardService.Proto.V1;
using Aspire.Hosting.ApplicationModel;
using Google.Protobuf.WellKnownTypes;
using HealthStatus = Microsoft.Extensions.Diagnostics.HealthChecks.HealthStatus;
using Proto = Aspire.DashboardService.Proto.V1;

namespace Aspire.Hosting.Dashboard;

/// <summary>A snapshot as a message.</summary>
internal static class ResourceMessages
{
    /// <summary>Names of the variables that hold a secret. The wire format has no mark on the variable itself.</summary>
    public const string SecretVariablesProperty = "resource.secretEnvironment";

    private const string ExitCodeProperty = "resource.exitCode";

    public static Proto.Resource Of(ResourceEvent update)
    {
        var snapshot = update.Snapshot;
        var message = new Proto.Resource
        {
            Name = update.ResourceId,
            ResourceType = snapshot.ResourceType,
            DisplayName = update.Resource.GetReplicaCount() > 1 ? update.ResourceId : update.Resource.Name,
            Uid = update.ResourceId,
            CreatedAt = Time(snapshot.CreationTimeStamp),
            StartedAt = Time(snapshot.StartTimeStamp),
            StoppedAt = Time(snapshot.StopTimeStamp),
            IsHidden = snapshot.IsHidden,
        };
        if (snapshot.State is { } state)
        {
            message.State = state.Text;
            if (state.Style is { } style)
                message.StateStyle = style;
        }

        if (snapshot.IconName is { } icon)
        {
            message.IconName = icon;
            message.IconVariant = Variant(snapshot.IconVariant);
        }

        message.Environment.AddRange(snapshot.EnvironmentVariables.Select(Variable));
        message.Commands.AddRange(snapshot.Commands.Select(Command));
        message.Properties.AddRange(Properties(snapshot));
        message.Urls.AddRange(snapshot.Urls.Select(Address));
        message.Volumes.AddRange(snapshot.Volumes.Select(v => new Volume { Source = v.Source ?? "", Target = v.Target, MountType = v.MountType, IsReadOnly = v.IsReadOnly }));
        message.HealthReports.AddRange(snapshot.HealthReports.Select(Report));
        message.Relationships.AddRange(snapshot.Relationships.Select(r => new ResourceRelationship { ResourceName = r.ResourceName, Type = r.Type }));
        return message;
    }

    private static Timestamp? Time(DateTime? moment) => moment is { } time ? Timestamp.FromDateTime(DateTime.SpecifyKind(time, DateTimeKind.Utc)) : null;

    private static EnvironmentVariable Variable(EnvironmentVariableSnapshot variable)
    {
        var message = new EnvironmentVariable { Name = variable.Name, IsFromSpec = variable.IsFromSpec };
        if (variable.Value is { } value)
            message.Value = value;
        return message;
    }

    private static ResourceCommand Command(ResourceCommandSnapshot command)
    {
        var message = new ResourceCommand
        {
            Name = command.Name,
            DisplayName = command.DisplayName,
            IsHighlighted = command.IsHighlighted,
            State = (Proto.ResourceCommandState)(int)command.State,
        };
        if (command.DisplayDescription is { } description)
            message.DisplayDescription = description;
        if (command.ConfirmationMessage is { } question)
            message.ConfirmationMessage = question;
        if (command.Parameter is { } parameter)
            message.Parameter = Any(parameter);
        if (command.IconName is { } icon)
        {
            message.IconName = icon;
            message.IconVariant = Variant(command.IconVariant);
        }

        return message;
    }

    private static IEnumerable<ResourceProperty> Properties(CustomResourceSnapshot snapshot)
    {
        foreach (var property in snapshot.Properties)
            yield return new ResourceProperty { Name = property.Name, Value = Any(property.Value), IsSensitive = property.IsSensitive };
        if (snapshot.ExitCode is { } code)
            yield return new ResourceProperty { Name = ExitCodeProperty, Value = Value.ForNumber(code) };
        // Also when there is none: that nothing is secret is an answer too.
        string[] secrets = [.. snapshot.EnvironmentVariables.Where(v => v.IsSecret).Select(v => v.Name)];
        if (snapshot.EnvironmentVariables.Length > 0)
            yield return new ResourceProperty { Name = SecretVariablesProperty, Value = Any(secrets) };
    }

    private static Url Address(UrlSnapshot url)
    {
        var message = new Url
        {
            FullUrl = url.Url,
            IsInternal = url.IsInternal,
            IsInactive = url.IsInactive,
            DisplayProperties = new UrlDisplayProperties { DisplayName = url.DisplayProperties.DisplayName, SortOrder = url.DisplayProperties.SortOrder },
        };
        if (url.Name is { } name)
            message.EndpointName = name;
        return message;
    }

    private static HealthReport Report(HealthReportSnapshot report)
    {
        var message = new HealthReport
        {
            Key = report.Name,
            Description = report.Description ?? "",
            Exception = report.ExceptionText ?? "",
            LastRunAt = Time(report.LastRunAt),
        };
        if (report.Status is { } status)
        {
            message.Status = status switch
            {
                HealthStatus.Healthy => Proto.HealthStatus.Healthy,
                HealthStatus.Degraded => Proto.HealthStatus.Degraded,
                _ => Proto.HealthStatus.Unhealthy,
            };
        }

        return message;
    }

    private static Proto.IconVariant Variant(ApplicationModel.IconVariant? variant) =>
        variant == ApplicationModel.IconVariant.Filled ? Proto.IconVariant.Filled : Proto.IconVariant.Regular;

    public static Value Any(object? value) => value switch
    {
        null => Value.ForNull(),
        string text => Value.ForString(text),
        bool flag => Value.ForBool(flag),
        int number => Value.ForNumber(number),
        double number => Value.ForNumber(number),
        IEnumerable<string> items => Value.ForList([.. items.Select(Value.ForString)]),
        _ => Value.ForString(Convert.ToString(value, System.Globalization.CultureInfo.InvariantCulture) ?? ""),
    };
}
