using Noroshi.Node;
using Noroshi.Node.Cli;
using Noroshi.Shell;

return await CommandLine.RunAsync(args, new CommandHost(NodeServices.OpenAsync, ReferenceFolder.Find()));
