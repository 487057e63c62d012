namespace Aspire.Hosting;

public sealed class DistributedApplicationOptions
{
    public string[]? Args { get; set; }

    public string? AssemblyName { get; set; }

    public string? ProjectDirectory { get; set; }

    public bool DisableDashboard { get; set; }

    public string? DashboardApplicationName { get; set; }

    public bool AllowUnsecuredTransport { get; set; }
}

public enum DistributedApplicationOperation
{
    Run,
    Publish,
}

public class DistributedApplicationExecutionContext(DistributedApplicationOperation operation)
{
    private IServiceProvider? services;

    public DistributedApplicationOperation Operation { get; } = operation;

    public bool IsRunMode => Operation == DistributedApplicationOperation.Run;

    public bool IsPublishMode => Operation == DistributedApplicationOperation.Publish;

    public IServiceProvider ServiceProvider =>
        services ?? throw new InvalidOperationException("There are no services before the application is built.");

    internal void Attach(IServiceProvider provider) => services = provider;
}

public class DistributedApplicationException : Exception
{
    public DistributedApplicationException()
    {
    }

    public DistributedApplicationException(string message)
        : base(message)
    {
    }

    public DistributedApplicationException(string message, Exception inner)
        : base(message, inner)
    {
    }
}

public class MissingParameterValueException : DistributedApplicationException
{
    public MissingParameterValueException(string message)
        : base(message)
    {
    }

    public MissingParameterValueException(string message, Exception innerException)
        : base(message, innerException)
    {
    }
}

public interface IResourceWithServiceDiscovery : ApplicationModel.IResourceWithEndpoints;

public interface IProjectMetadata : ApplicationModel.IResourceAnnotation
{
    string ProjectPath { get; }

    bool SuppressBuild => false;
}
